INSERT INTO integrations (id, provider, api_key) VALUES
  (1, 'mailer', NULL),
  (2, 'atomyx', '«key:base64url»');

UPDATE integrations SET api_key = '«key:hex»' WHERE provider = 'atomyx-submit';
