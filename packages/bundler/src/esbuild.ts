import { submitGuard } from './unplugin.ts';

export default submitGuard.esbuild;
