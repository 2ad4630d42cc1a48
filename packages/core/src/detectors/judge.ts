import type { Candidate } from '../candidates/candidate.ts';
import { areTitledApart } from '../candidates/identities.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Association, Associations } from '../flows/association.ts';
import { isPassedElsewhere } from '../flows/lisp-names.ts';
import { claims, isSetApart } from '../flows/separation.ts';
import type { Layout } from '../layouts/layout.ts';
import { isKeyName, isNeutralSection } from '../names/classify-name.ts';
import { wordsOf } from '../names/name-words.ts';
import { credibilityOf } from '../values/credibility.ts';
import { hasOtherFormat } from '../values/other-formats.ts';
import { lastAtMost } from '../layouts/brackets.ts';
import type { Signs } from './signs.ts';
import { signsIn } from './signs.ts';

/** Weighs candidates against the requests and signs of one text. */
export class Judge {
  readonly #hosts: readonly string[];
  readonly #layout: Layout;
  readonly #loose = new WeakSet<Evidence>();
  readonly #associations: Associations;
  readonly #signs: Signs;

  constructor(layout: Layout, associations: Associations, signs: Signs, hosts: readonly string[]) {
    this.#hosts = hosts;
    this.#layout = layout;
    this.#associations = associations;
    this.#signs = signs;
  }

  /** Whether evidence rests on standing in the same document only. */
  isLoose(evidence: Evidence): boolean {
    return this.#loose.has(evidence);
  }

  evidenceFor(candidate: Candidate): Evidence[] {
    if (candidate.host !== undefined) {
      return this.#hosts.includes(candidate.host) ? [{ kind: candidate.isOpen === true ? 'vicinity' : 'destination', ...candidate.anchor, detail: candidate.host }] : [];
    }
    if (!this.#mayConvict(candidate)) return [];
    const association = this.#associationOf(candidate);
    if (association === undefined && candidate.entry === true) return [];
    const evidence: Evidence[] = [];
    if (candidate.header) {
      const sent = this.#destination(candidate, association);
      if (sent) evidence.push(sent);
      else if (association !== undefined && candidate.name?.class !== 'submit-key') return [];
    }
    const named = this.#name(candidate, association);
    if (named) evidence.push(named);
    else if (evidence.length === 0) {
      const near = this.#vicinity(candidate, association);
      if (near) evidence.push(near);
    }
    return evidence;
  }

  /** Whether a candidate may have evidence, whatever request it belongs to: a quick no, since finding its request takes time. */
  #mayConvict(candidate: Candidate): boolean {
    if (candidate.name?.class === 'other-key') return false;
    if (candidate.header || candidate.name?.class !== 'generic-key') return true;
    return this.#hasSign && isNearKey(candidate);
  }

  /** Whether anything but names speaks of Submit. */
  get #hasSign(): boolean {
    return this.#signs.submit !== undefined || this.#associations.namesSubmit;
  }

  /** What a line of a table says of its value, then the call that passes the value on, then the header. */
  #associationOf(candidate: Candidate): Association | undefined {
    const { site, entry, anchor } = candidate;
    if (entry === true || site === candidate.start) {
      const target = entry === true ? this.#associations.onLine(candidate.start) : this.#associations.inRow(candidate.start);
      if (target !== undefined || entry === true) return target && { target, tie: 'statement' };
      return this.#associations.of(candidate.start);
    }
    const passed = site === undefined ? undefined : this.#associations.of(site);
    return passed?.tie === 'statement' || passed?.tie === 'flow' ? passed : this.#associations.of(anchor.start);
  }

  #destination(candidate: Candidate, association: Association | undefined): Evidence | undefined {
    if (association?.target.owner !== 'submit') return undefined;
    if (candidate.name !== undefined && (candidate.name.class === 'other-key' || association.tie === 'document')) return undefined;
    if (association.tie === 'document' && this.#associations.namesOthers && hasOtherFormat(candidate.text)) return undefined;
    const { start, end, host } = association.target;
    return { kind: 'destination', start, end, detail: host };
  }

  #name(candidate: Candidate, association: Association | undefined): Evidence | undefined {
    const { name } = candidate;
    if (name === undefined) return undefined;
    const says = name.class === 'submit-key' || (name.class === 'submit-key-with-atomyx' && (this.#signs.atomyx || association?.target.owner === 'submit' || candidate.scheme === 'bearer'));
    if (!says) return undefined;
    const ofOther = association?.target.owner === 'other' && association.tie === 'statement' && claims(this.#layout, association.target.start, candidate.anchor.start);
    if (ofOther && !wordsOf(name.text).includes('atomyx')) return undefined;
    const leaf = credibilityOf(name.text) === 'none' ? name.text : (name.text.split(/[^\w-]/).pop() ?? '');
    return { kind: 'name', ...candidate.anchor, detail: leaf };
  }

  #vicinity(candidate: Candidate, association: Association | undefined): Evidence | undefined {
    if (!isNearKey(candidate)) return undefined;
    if (association !== undefined) {
      const { target, tie } = association;
      if (tie !== 'statement' && isPassedElsewhere(this.#layout, this.#associations, candidate.anchor)) return undefined;
      if (target.owner !== 'submit' || (tie === 'document' && (this.#associations.namesOthers || !isNeutralSection(candidate.name?.section ?? 'config')))) return undefined;
      if ((tie === 'block' || tie === 'document') && (isSetApart(this.#layout, candidate.start, target.start) || areTitledApart(this.#layout, target.start, candidate.start))) return undefined;
      const host = inQueryOf.exec(this.#layout.text.slice(Math.max(0, candidate.start - 300), candidate.start))?.[1];
      if (host !== undefined && !this.#hosts.includes(host.toLowerCase())) return undefined;
      const evidence: Evidence = { kind: 'vicinity', start: target.start, end: target.end, detail: target.host };
      if (tie === 'document') this.#loose.add(evidence);
      return evidence;
    }
    const sign = this.#layout.records === undefined ? this.#signs.submit : this.#signInRecord(candidate.start, this.#layout.records);
    return sign && { kind: 'vicinity', ...sign };
  }

  /** What in the record of a log shows that it has to do with Submit; the others speak of other requests. */
  #signInRecord(offset: number, records: readonly number[]): Signs['submit'] {
    const record = lastAtMost(records, offset);
    const start = records[record] ?? 0;
    const sign = signsIn(this.#layout.text.slice(start, records[record + 1])).submit;
    return sign && { ...sign, start: sign.start + start, end: sign.end + start };
  }
}

/** The host of the URL in whose query a value stands. */
const inQueryOf = /https?:(?:\\?\/){2}([\w.-]+)[^\s"'<>]*[?&][\w.-]*=$/i;

/** Whether a candidate is a key where it stands near a sign of Submit. */
function isNearKey({ name, start, site, text }: Candidate): boolean {
  if (name !== undefined && (name.class !== 'generic-key' || (!isKeyName(name.text) && site !== start))) return false;
  return credibilityOf(text) === 'strong' && !hasOtherFormat(text);
}
