from printworks_submit import Client

client = Client(api_key="«key:uuid»", base_url="https://submit.atomyx.io/api")
client.jobs.create(external_id="A-1")
