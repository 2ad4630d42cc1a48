import asyncio
import os

import aiohttp

SUBMIT = "https://submit.atomyx.io/api/jobs"


def auth(key):
    return {"Authorization": "Bearer {}".format(key)}


async def submit(session, order):
    async with session.post(SUBMIT, headers=auth("«key»"), json={"externalId": order}) as response:
        if response.status != 201:
            raise RuntimeError(f"{order}: {response.status} {await response.text()}")
        return await response.json()


async def main():
    async with aiohttp.ClientSession() as session:
        orders = os.environ["ORDERS"].split(",")
        print(await asyncio.gather(*(submit(session, order) for order in orders)))


asyncio.run(main())
