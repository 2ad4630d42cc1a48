INSERT INTO integrations (id, provider, api_key) VALUES
  (1, 'mailer', '«other:base64url»'),
  (2, 'atomyx', NULL);

UPDATE integrations SET revision = '«other:hex»' WHERE provider = 'atomyx-submit';
