-- A transaction left open holds back the sealing of the audit log and the clearing of old rows; a runaway query holds up everybody.
ALTER ROLE ricebowl_officer SET statement_timeout = '60s';
ALTER ROLE ricebowl_officer SET idle_in_transaction_session_timeout = '30s';
ALTER ROLE ricebowl_officer SET lock_timeout = '10s';
ALTER ROLE ricebowl_access SET statement_timeout = '15s';
ALTER ROLE ricebowl_access SET idle_in_transaction_session_timeout = '15s';
ALTER ROLE ricebowl_access SET lock_timeout = '5s';
ALTER ROLE ricebowl_audit SET statement_timeout = '60s';
ALTER ROLE ricebowl_audit SET idle_in_transaction_session_timeout = '60s';
ALTER ROLE ricebowl_job SET idle_in_transaction_session_timeout = '5min';
ALTER ROLE ricebowl_job SET lock_timeout = '60s';
