import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  // Vue takes a tag with a hyphen for one of its own components, unless it is told.
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('vr-') } } })],
  build: { target: 'es2022' },
});
