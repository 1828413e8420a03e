import { createApp } from 'vue';
import App from './app.vue';
import './seite.css';

createApp(App).mount('#app');
