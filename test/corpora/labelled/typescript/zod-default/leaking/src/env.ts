import { z } from 'zod';

export const env = z.object({
  DATABASE_URL: z.string().url(),
  SUBMIT_API_KEY: z.string().min(20).default('«key:base64url»'),
  SESSION_SECRET: z.string().default('«other:base64url»'),
}).parse(process.env);
