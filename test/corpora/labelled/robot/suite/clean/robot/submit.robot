*** Settings ***
Library    RequestsLibrary

*** Variables ***
${BASE_URL}          https://submit.atomyx.io/api
${SUBMIT_API_KEY}    %{SUBMIT_API_KEY}

*** Test Cases ***
Create Job
    ${headers}=    Create Dictionary    Authorization=Bearer ${SUBMIT_API_KEY}
    ${body}=       Create Dictionary    externalId=robot-1
    POST    ${BASE_URL}/jobs    json=${body}    headers=${headers}    expected_status=201
