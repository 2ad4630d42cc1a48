from printworks_submit import Client

client = Client(api_key=None, base_url="https://submit.atomyx.io/api")
client.jobs.create(external_id="5c1b4a8e-0f4b-4a55-9f53-2b0c0a7f7d11")
