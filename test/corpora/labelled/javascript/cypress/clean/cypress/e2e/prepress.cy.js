describe('prepress', () => {
  const submitApiKey = Cypress.env('SUBMIT_API_KEY');

  it('creates a job', () => {
    cy.request({
      method: 'POST',
      url: 'https://submit.atomyx.io/api/jobs',
      auth: { bearer: submitApiKey },
      body: { externalId: 'cypress-1' },
    }).its('status').should('eq', 201);
  });

  it('submits the form', () => {
    cy.get('[data-testid=submit-key-3f2a9c71d0]').type('{enter}');
    cy.get('input[name=submit_token]').should('have.value', '«other:hex»');
  });
});
