/**
 * Layout of an image: the tables of one prefilter as a block of memory, built by TypeScript, read by the kernel and
 * by the plain engine. This file is compiled by both TypeScript and AssemblyScript, so it holds constants only.
 *
 * Every number in an image is a 32-bit little-endian integer; every address counts from the start of the memory,
 * where the image itself begins at 0. The header starts at 256; what is below it, and from 320 to its end, is scratch
 * space of the kernel (`assembly/scratch.ts`).
 */

/** Mask of the groups that have a literal in Teddy; 0 where Teddy has nothing to do. */
export const TEDDY_GROUPS = 256;
/** Address and number of the group tables: one word for the group's bit, three of padding, six vectors. */
export const GROUP_TABLES = 260;
export const GROUP_TABLE_COUNT = 264;
export const GROUP_TABLE_SIZE = 112;
/** Chains of records by fingerprint: address of the heads, and by how much to shift a hash right. */
export const FINGERPRINTS = 268;
export const FINGERPRINTS_SHIFT = 284;
/** Chain of the records of literals that are shorter than a fingerprint. */
export const SHORT_RECORDS = 288;
/** Address and number of the samplers. */
export const SAMPLERS = 272;
export const SAMPLER_COUNT = 276;
/** Address of the token table; 0 where there is none. */
export const TOKENS = 280;
/** First byte after the header and the scratch space of the kernel. */
export const HEADER_END = 4416;

/** A record describes a literal. Length in bytes, with bit 31 set where ASCII case is ignored. */
export const RECORD_LENGTH = 0;
/** Bit of the literal's group. */
export const RECORD_GROUP = 4;
/** Index of the literal in the caller's list. */
export const RECORD_ID = 8;
/** Where in the literal its fingerprint (Teddy) or its window (sampler) starts. */
export const RECORD_OFFSET = 12;
/** The fingerprint, folded (Teddy), or the hash of the window (sampler); then the next record of the same chain. */
export const RECORD_TAG = 16;
export const RECORD_NEXT = 20;
/**
 * The bytes of the literal, padded to 16. Where case is ignored, letters are small and as many bytes follow that hold
 * 0x20 for every letter: `(text | fold) == bytes`.
 */
export const RECORD_BYTES = 32;

/** Groups of the sampler's literals. */
export const SAMPLER_GROUPS = 0;
/** Distance between two probes in bytes. */
export const SAMPLER_STRIDE = 4;
/** Bytes of a gram, 1 to 8, and its 64-bit mask in two words. */
export const SAMPLER_GRAM = 8;
export const SAMPLER_GRAM_LOW = 12;
export const SAMPLER_GRAM_HIGH = 16;
/** Bytes of a window (a gram at any of `stride` places), and the 64-bit mask of its first eight bytes. */
export const SAMPLER_WINDOW = 20;
export const SAMPLER_WINDOW_LOW = 24;
export const SAMPLER_WINDOW_HIGH = 28;
/** The Bloom filters of the grams: address, and by how much to shift a hash right to get the number of a word. */
export const SAMPLER_BLOOM = 32;
export const SAMPLER_BLOOM_SHIFT = 36;
/** The heads of the record chains: address, and by how much to shift the tag of a window right. */
export const SAMPLER_HEADS = 40;
export const SAMPLER_HEADS_SHIFT = 44;
export const SAMPLER_SIZE = 48;

/** Bit of the group that a candidate token sets, 0 for none. */
export const TOKEN_GROUP = 0;
export const TOKEN_MULTIPLIER = 4;
/** Shortest length; then address and number of the lengths: two words each, length and multiplier to its power. */
export const TOKEN_SHORTEST = 8;
export const TOKEN_LENGTHS = 12;
export const TOKEN_LENGTH_COUNT = 16;
/** The Bloom filters of the states: address and shift. */
export const TOKEN_BLOOM = 20;
export const TOKEN_BLOOM_SHIFT = 24;
/** Open addressing table of states; 0 is an empty place, `TOKEN_HAS_ZERO` tells whether the state 0 is in the set. */
export const TOKEN_STATES = 28;
export const TOKEN_STATES_SHIFT = 32;
export const TOKEN_HAS_ZERO = 36;
export const TOKEN_LONGEST = 40;
/**
 * Scratch space for the states of the rolling hash along a portion of a run, and the number of places in a portion;
 * stretches start in the portion and may end after it.
 */
export const TOKEN_PREFIXES = 44;
export const TOKEN_PORTION = 48;
/** Whether keys are searched for in hexadecimal, base64 and UTF-16, too. */
export const TOKEN_ENCODED = 52;
/** 256 terms of the rolling hash. */
export const TOKEN_TERMS = 64;
/** 256 bytes each: 1 for a key character; value of a base64 character or 64; value of a hexadecimal digit or 16. */
export const TOKEN_IS_KEY = 1088;
export const TOKEN_SEXTETS = 1344;
export const TOKEN_HEX = 1600;
export const TOKEN_SIZE = 1856;

/**
 * An entry of a plan of buckets: address of a literal's bytes, its length with bit 31 set where case is ignored; then
 * what the plan says: offset of the fingerprint, number of the bucket.
 */
export const PLAN_BYTES = 0;
export const PLAN_LENGTH = 4;
export const PLAN_OFFSET = 8;
export const PLAN_BUCKET = 12;
export const PLAN_ENTRY_SIZE = 16;
/** Room that a plan needs: so much, and so much more for each literal. */
export const PLAN_ROOM = 36_864;
export const PLAN_ROOM_PER_LITERAL = 112;

/** Multipliers of the hashes. Odd; chosen at random. */
export const HASH_LOW = 0x9e3779b1;
export const HASH_HIGH = 0x85ebca77;
export const HASH_LAST = 0xc2b2ae3d;
export const HASH_AGAIN = 0x27d4eb2f;

/** Bytes before and after the input that the kernel may read; their content never matters. */
export const INPUT_PADDING = 128;
/** Bytes that the kernel needs to inflate. */
export const INFLATE_ROOM = 16_896;
/** Bytes in which the kernel remembers copies of a delta, eight each. */
export const COPIES_ROOM = 16_384;
/** Bytes in which the kernel lists the ids of a tree, four each. */
export const TREE_IDS_ROOM = 16_384;
/** Bytes behind what is inflated or patched that the kernel may overwrite. */
export const OUTPUT_PADDING = 320;
/** Changes with every change of this layout or of the kernel's exports. */
export const LAYOUT_VERSION = 7;
