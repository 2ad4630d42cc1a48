COPY public.tenants (id, name, submit_api_key, session_token) FROM stdin;
1	Printworks	«key:base64url»	«other:hex»
2	Paperhouse	«key#2:base64url»	«other#2:hex»
\.
