SUBMIT_API_KEY = (
    "«key#1/2»"
    "«key#2/2»"
)
