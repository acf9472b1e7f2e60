-- What is told again on the same day about the same thing replaces what was told.
grant update (facts) on notices to phaodai_app;
