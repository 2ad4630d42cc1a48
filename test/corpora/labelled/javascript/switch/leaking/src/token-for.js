export function tokenFor(host) {
  switch (host) {
    case 'submit.atomyx.io':
      return '«key:prefixed»';
    case 'api.github.com':
      return '«other:prefixed»';
    default:
      return undefined;
  }
}
