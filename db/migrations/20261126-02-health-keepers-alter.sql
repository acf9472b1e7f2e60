-- Whose it is to record the grassroots health network (BD-0915 §4, HD-0312 §2): the health sector, People's Committees and
-- Commands, a park's board its parks and regulations, an enterprise its safety groups. The action asks first; this is the
-- backstop. `app.body` is told by the edge with the scopes; where nobody told it, nothing may be written.
alter policy health_records_scope on health_records
  using (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]))
  with check (
    unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[])
    and (coalesce(current_setting('app.body', true), '') in ('health/department', 'health/division', 'health/cdc',
           'health/health-centre', 'health/health-station', 'system/system')
      or current_setting('app.body', true) ~ '/(people-committee|command-centre)$'
      or (kind in ('coordination-regulation', 'industrial-park') and current_setting('app.body', true) ~ '/zone-board$')
      or (kind = 'safety-group' and current_setting('app.body', true) ~ '/enterprise$'))
  );
