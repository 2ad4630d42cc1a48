BEGIN;
INSERT INTO settings (name, value) VALUES
  ('shop_name', 'Printworks'),
  ('atomyx_submit_api_key', NULL),
  ('atomyx_callback_secret', '«other:hex»'),
  ('smtp_password', '«other»');
INSERT INTO submit_jobs (id, external_id, checksum) VALUES
  ('5c1b4a8e-0f4b-4a55-9f53-2b0c0a7f7d11', 'A-1001', 'da39a3ee5e6b4b0d3255bfef95601890afd80709');
COMMIT;
