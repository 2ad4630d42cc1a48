// What is used of BullMQ. It is bundled with what it needs (rolldown.config.js): as a dependency it would bring native code with an install script.
export { FlowProducer, Job, Queue, QueueEvents, UnrecoverableError, Worker } from 'bullmq';
export type { JobsOptions } from 'bullmq';
