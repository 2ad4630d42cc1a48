import { HttpModule } from '@nestjs/axios';
import { Module } from '@nestjs/common';

@Module({
  imports: [
    HttpModule.registerAsync({
      useFactory: () => ({
        baseURL: 'https://submit.atomyx.io/api',
        headers: { common: { Authorization: `Bearer ${process.env['SUBMIT_API_KEY']}` } },
      }),
    }),
  ],
})
export class AppModule {}
