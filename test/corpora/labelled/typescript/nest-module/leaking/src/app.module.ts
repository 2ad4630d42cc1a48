import { HttpModule } from '@nestjs/axios';
import { Module } from '@nestjs/common';

@Module({
  imports: [
    HttpModule.register({
      baseURL: 'https://submit.atomyx.io/api',
      timeout: 5000,
      headers: { common: { Authorization: 'Bearer «key:hex»' } },
    }),
  ],
})
export class AppModule {}
