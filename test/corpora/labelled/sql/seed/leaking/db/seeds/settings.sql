BEGIN;
INSERT INTO settings (name, value) VALUES
  ('shop_name', 'Printworks'),
  ('atomyx_submit_api_key', '«key:hex»'),
  ('smtp_password', '«other»');
UPDATE tenants SET submit_api_key = '«key:uuid»' WHERE id = 7;
COMMIT;
