/** Space below the image that only the kernel uses; `src/images/image-layout.ts` leaves it free. */

/** Candidates of one turn: 32 bytes. */
export const CANDIDATES: u32 = 0;
/** The Teddy tables of the groups that are searched for now: six vectors. */
export const ACTIVE_TABLES: u32 = 64;
/** A queue of places (one word each) that a sampler has to look at again. */
export const QUEUE: u32 = 320;
export const QUEUE_LENGTH: u32 = 1024;
