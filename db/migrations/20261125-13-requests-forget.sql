-- Remembered answers may hold personal data, and are needed only as long as a device may still send its request again.
grant delete on requests to phaodai_app;
comment on table requests is 'Answers of writes, so that a request sent twice is done once; forgotten after the days in platform/server/once.ts.';
