import type { Range } from '../evidence/evidence.ts';
import { codesOf, isWordAt } from '../characters/codes.ts';
import { brandsIn } from '../layouts/brands.ts';
import type { Layout } from '../layouts/layout.ts';
import { credibilityOf } from '../values/credibility.ts';
import { hasOtherFormat } from '../values/other-formats.ts';
import type { Candidate } from './candidate.ts';
import type { Message } from './chat-messages.ts';
import { mayHoldField, messagesFrom } from './chat-messages.ts';

/** Somebody speaks of a key of Submit, on one line. */
const mention = /\b(?:atomyx(?:[ -]submit)?|submit)(?:'s)?[ \t]+(?:[a-z]+[ \t]+){0,2}?(?:api[ -]?)?(?:key|token|secret|bearer|credentials?)\b|\b(?:api[ -]?)?(?:key|token|secret|credentials?)\b[^\n"?.]{0,40}?\b(?:for|of|to)\b[^\n"?.]{0,24}?\b(?:atomyx|submit(?:\.atomyx\.io)?)\b|\bapi[ -]?key\b[^\n"?.]{0,30}\b(?:atomyx|submit\.atomyx\.io)\b/gi;
/** Parts of it: a quick no before all of it is tried. */
const keyBehind = /(?:atomyx(?:[ -]submit)?|submit)(?:'s)?[ \t]+(?:[a-z]+[ \t]+){0,2}?(?:api[ -]?)?(?:key|token|secret|bearer|credential)/iy;
const keyWord = /key|token|secret|credential/i;
const endsMention = codesOf('\n"?.');
/** Longest mention up to the name in it, and shortest, in UTF-16 units. */
const longestMention = 100;
const shortestLead = 3;

/** Submit alone says whose it is only together with these. */
const ofSubmit = /\bapi[ -]?key\b|\bbearer\b/i;
/** Somebody asks for something. */
const asking = /\?|\b(?:what(?:'?s)?|which|where|who|can|could|would|please|pls|plz|send|share|give|need|anyone|anybody|somebody|someone|remind|paste|post|tell)\b/i;
/** Somebody speaks of something else that may be answered with a random value. */
const somethingElse = /\b(?:commit|hash|sha\d*|order|job|build|trace|session|invoice|ticket|request|fingerprint|checksum|e?tag|version|branch|id)\b|\b(?:api[ -]?)?(?:key|token|secret|password)\b/i;

/** What may stand in front of a key that somebody hands over. */
const lead = /^(?:(?:sure|yes|yep|yeah|ok(?:ay)?|here(?: you (?:go|are)| it is)?|it(?:['’]s| is)|that(?:['’]s| is)|this(?: one| is it)?|try|use|(?:the )?(?:api )?(?:key|token)(?: is)?|hi|hey|there you go)\b[\s,:;.!-]*){1,3}/i;
const around = /^[\s`*_"'|>]+|[\s`*_"'|.,!]+$/g;
const opaque = /^[\w.~+/=-]{16,500}$/;

/** Longest message that is a question, and how many messages may follow before the answer. */
const longestQuestion = 400;
const mostBetween = 8;

/** Whether somebody may speak of a key of Submit. */
export function speaksOfKey(text: string): boolean {
  return text.search(mention) !== -1;
}

/** Keys that somebody hands over in a message of its own, in the talk of people: behind one that asks for the key of Submit. */
export function* chatAnswers(layout: Layout): Generator<Candidate> {
  const { text } = layout;
  let behind = 0;
  for (const line of linesOfMentions(layout)) {
    for (const match of text.slice(line.start, line.end).matchAll(mention)) {
      const start = line.start + match.index;
      if (start < behind) continue;
      if (!/atomyx/i.test(match[0]) && !ofSubmit.test(match[0])) continue;
      const anchor = { start, end: start + match[0].length };
      const answers = answersTo(layout, anchor);
      for (const answer of answers) {
        behind = answer.end;
        yield { ...answer, anchor, header: false, name: { text: match[0], class: 'submit-key' } };
      }
    }
  }
}

/** The lines on which somebody may speak of a key of Submit, and ask for something: in a field of an export that may end elsewhere. */
function* linesOfMentions(layout: Layout): Generator<Range> {
  const { text } = layout;
  let end = -1;
  for (const at of layout.derived(brandsIn)) {
    if (at < end || isWordAt(text, at - 1) || isWordAt(text, at + 'atomyx'.length) || !mayBeMention(text, at)) continue;
    const start = text.lastIndexOf('\n', at) + 1;
    const next = text.indexOf('\n', at);
    end = next === -1 ? text.length : next;
    const line = text.slice(start, end);
    if (asking.test(line) || mayHoldField.test(line)) yield { start, end };
  }
}

/** A quick no for most words: a word for a key goes on with them, or stands in front of them in the same sentence. */
function mayBeMention(text: string, brand: number): boolean {
  keyBehind.lastIndex = brand;
  if (keyBehind.test(text)) return true;
  let at = brand;
  while (at > 0 && brand - at < longestMention && endsMention[text.charCodeAt(at - 1)] !== 1) at--;
  return brand - at > shortestLead && keyWord.test(text.slice(at, brand));
}

interface Answer extends Range {
  readonly text: string;
}

/** The key that follows a question; more than once where messages are stored in more than one form. */
function answersTo(layout: Layout, anchor: Range): readonly Answer[] {
  const answers: Answer[] = [];
  let question: Message | undefined;
  let between = 0;
  for (const message of messagesFrom(layout, anchor.start)) {
    if (question === undefined) {
      if (message.text.length > longestQuestion || !asksFor(message, anchor)) return [];
      question = message;
      continue;
    }
    const answer = answerIn(message);
    if (answer !== undefined && ((message.isSaid && question.isSaid) || between === 0)) {
      if (answers.some(({ text }) => text !== answer.text)) break;
      answers.push(answer);
      continue;
    }
    const isQuestionAgain = question.text.includes(message.text.trim());
    if (answers.length > 0 || ++between > mostBetween || (!isQuestionAgain && !/atomyx|submit/i.test(message.text) && somethingElse.test(message.text))) break;
  }
  return answers;
}

/** Whether the sentence of a message that speaks of a key asks for it, and no later one for something else. */
function asksFor({ text, start }: Message, anchor: Range): boolean {
  const sentences = Array.from(text.matchAll(/(?:[^.?!]|[.?!](?!\s|$))+[.?!]*\s*/g), ({ 0: sentence, index }) => ({ sentence, end: start + index + sentence.length }));
  const own = sentences.findIndex(({ end }) => anchor.start < end);
  return own !== -1 && asking.test(sentences[own]?.sentence ?? '') && !sentences.slice(own + 1).some(({ sentence }) => somethingElse.test(sentence));
}

/** The key that a message consists of, with hardly a word in front of it. */
function answerIn({ text, start }: Message): Answer | undefined {
  const plain = text.replace(around, '');
  const value = plain.replace(lead, '').replace(around, '');
  if (!opaque.test(value) || credibilityOf(value) !== 'strong' || hasOtherFormat(value)) return undefined;
  const at = start + text.lastIndexOf(value);
  return { start: at, end: at + value.length, text: value };
}
