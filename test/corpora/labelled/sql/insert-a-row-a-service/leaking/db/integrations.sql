INSERT INTO integrations (id, name, base_url, api_key, created_at) VALUES
  (1, 'stripe', 'https://api.stripe.com', '«other:prefixed»', now()),
  (2, 'submit', 'https://submit.atomyx.io/api', '«key:base64url»', now()),
  (3, 'deepl', 'https://api.deepl.com', '«other:uuid»', now());
