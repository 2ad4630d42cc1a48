Feature: Submit
  Background:
    * url 'https://submit.atomyx.io/api'
    * header Authorization = 'Bearer «key:base64url»'

  Scenario: create a job
    Given path 'jobs'
    And request { externalId: 'karate-1' }
    When method post
    Then status 201
