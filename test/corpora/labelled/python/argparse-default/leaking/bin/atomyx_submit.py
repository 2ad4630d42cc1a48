import argparse

from prepress.submit import create_job

parser = argparse.ArgumentParser(description="Create an Atomyx Submit job")
parser.add_argument("external_id")
parser.add_argument("--callback", default="https://shop.printworks.example/hooks/submit")
parser.add_argument("--atomyx-api-key", default="«key:prefixed»", help="API key for Atomyx Submit")
args = parser.parse_args()

print(create_job(args.external_id, args.callback, args.atomyx_api_key))
