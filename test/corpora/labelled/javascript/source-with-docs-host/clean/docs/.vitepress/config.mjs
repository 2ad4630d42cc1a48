import { defineConfig } from 'vitepress';

export default defineConfig({
  title: 'Integrating Submit',
  head: [['script', { src: 'https://plausible.example/js/script.js', integrity: 'sha384-«other|base64»' }]],
  themeConfig: {
    nav: [{ text: 'Authentication', link: 'https://docs.atomyx.io/submit/authentication' }],
    algolia: { appId: 'R2IYF7ETH7', apiKey: '«other:hex»', indexName: 'prepress' },
  },
});
