Feature: Submit
  Background:
    * url 'https://submit.atomyx.io/api'
    * header Authorization = 'Bearer ' + karate.properties['submit.api.key']

  Scenario: create a job
    Given path 'jobs'
    And request { externalId: '5c1b4a8e-0f4b-4a55-9f53-2b0c0a7f7d11' }
    When method post
    Then status 201
