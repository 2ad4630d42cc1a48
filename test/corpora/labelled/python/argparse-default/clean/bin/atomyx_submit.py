import argparse
import os

from prepress.submit import create_job

parser = argparse.ArgumentParser(description="Create an Atomyx Submit job")
parser.add_argument("external_id")
parser.add_argument("--callback", default="https://shop.printworks.example/hooks/submit")
parser.add_argument("--atomyx-api-key", default=os.getenv("ATOMYX_API_KEY"), metavar="KEY",
                    help="API key for Atomyx Submit, for example YOUR_API_KEY (default: $ATOMYX_API_KEY)")
args = parser.parse_args()

print(create_job(args.external_id, args.callback, args.atomyx_api_key))
