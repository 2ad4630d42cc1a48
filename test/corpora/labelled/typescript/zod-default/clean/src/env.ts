import { z } from 'zod';

export const env = z.object({
  DATABASE_URL: z.string().url(),
  SUBMIT_API_KEY: z.string().min(20).describe('API key of Atomyx Submit'),
  SESSION_SECRET: z.string().default('«other:base64url»'),
}).parse(process.env);
