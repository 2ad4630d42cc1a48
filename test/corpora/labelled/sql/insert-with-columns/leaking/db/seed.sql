INSERT INTO tenants (id, name, submit_api_key, callback_secret) VALUES ('«other:uuid»', 'Printworks', '«key:hex»', '«other:hex»');
INSERT INTO tenants (id, name, submit_api_key, callback_secret) VALUES
  ('«other#3:uuid»', 'Paper, House', '«key#2:base64url»', '«other#2:hex»'),
  ('«other#4:uuid»', 'It''s Print', '«key#3:hex»', '«other#4:hex»');
