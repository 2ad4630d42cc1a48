import { describe, expect, it } from 'vitest';
import { branchOf, commitOf } from '../../src/gates/gate-facts.ts';
import { joinReports } from '../../src/gates/join-reports.ts';
import { readFacts } from '../../src/gates/read-facts.ts';

describe('words from outside', () => {
  it.each(['main', 'refs/heads/main', 'feature/a-b_c.d', 'ünï'])('%j names a branch', (name) => {
    expect(branchOf(name)).toBe(name.replace('refs/heads/', ''));
  });

  it.each(['', '--upload-pack=touch x', 'refs/tags/v1', 'a..b', 'a b', 'a\nb', 'a:b', 'a~1', 'a^', '@{-1}', 'a/', 'a.lock', 'a*', 7, null])('%j names none', (name) => {
    expect(branchOf(name)).toBeUndefined();
  });

  it.each(['', '0'.repeat(40), '0'.repeat(64), 'abc', 'HEAD', '--all', `${'a'.repeat(40)} --all`, 'A'.repeat(40), undefined, 4])('%j is no commit', (id) => {
    expect(commitOf(id)).toBeUndefined();
  });

  it.each(['a'.repeat(40), 'b'.repeat(64)])('%j is one', (id) => {
    expect(commitOf(id)).toBe(id);
  });

  it('decide nothing where they are strange', () => {
    expect(readFacts({ GITLAB_CI: 'true', CI_PIPELINE_SOURCE: 'merge_request_event', CI_COMMIT_SHA: '--all', CI_MERGE_REQUEST_TARGET_BRANCH_NAME: '-x', CI_MERGE_REQUEST_DIFF_BASE_SHA: '$(x)' })).toEqual({ system: 'GitLab CI', event: 'pull request' });
    expect(readFacts({ BUILDKITE: 'true', BUILDKITE_PULL_REQUEST: '', BUILDKITE_SOURCE: 'schedule' })).toEqual({ system: 'Buildkite', event: 'whole repository' });
    expect(readFacts({})).toEqual({ system: 'this machine', event: 'push' });
  });
});

it('a gate that saw nothing is no clean one', () => {
  const unseen = [{ path: 'commit:1234567890', reason: 'it is not here' }];
  expect(joinReports(undefined, undefined, unseen)).toEqual({ findings: [], suppressed: 0, notes: [], coverage: { files: 0, blobs: 0, bytes: 0, skipped: [], unread: unseen } });
});
