import type { PlaceNote } from '@submit-guard/core';
import type { Places } from '../../tell-about.ts';
import type { NotesByReason } from './part.ts';

/** Notes in order and without known keys, put together by their reasons. */
export function byReason(places: Places, ...lists: readonly (readonly PlaceNote[])[]): NotesByReason {
  const reasons: Record<string, string[]> = {};
  for (const { path, reason } of places(...lists)) (reasons[reason] ??= []).push(path);
  return reasons;
}

/** Notes of several parts. */
export function joined(all: readonly NotesByReason[]): NotesByReason {
  const reasons: Record<string, string[]> = {};
  for (const notes of all) {
    for (const [reason, paths] of Object.entries(notes)) {
      const list = reasons[reason] ??= [];
      for (const path of paths) list.push(path);
    }
  }
  return reasons;
}
