INSERT INTO tenants (id, name, submit_api_key, callback_secret) VALUES ('«other:uuid»', 'Printworks', NULL, '«other:hex»');
INSERT INTO tenants (id, name, submit_api_key_id, callback_secret) VALUES ('«other:uuid»', 'Printworks', '«other#2:uuid»', '«other:hex»');
