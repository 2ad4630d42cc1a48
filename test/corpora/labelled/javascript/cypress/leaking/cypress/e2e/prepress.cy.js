describe('prepress', () => {
  const submitApiKey = '«key:base64url»';

  it('creates a job', () => {
    cy.request({
      method: 'POST',
      url: 'https://submit.atomyx.io/api/jobs',
      auth: { bearer: submitApiKey },
      body: { externalId: 'cypress-1' },
    }).its('status').should('eq', 201);
  });
});
