const commit = '«other#a:hex»'; // reads the Atomyx Submit API key from the environment

/** Where the Atomyx Submit API key comes from. */
const source = 'vault';

export const parameters = [
  { parameterName: '/prod/atomyx/submit/api-key', stringValue: process.env.SUBMIT_KEY },
  { parameterName: '/prod/atomyx/submit/digest', stringValue: '«other#b:hex»' },
];
export { commit, source };
