import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { openMemoryDatabase } from '../../../demo/hub/database/database.ts';
import { startHub, testConfig, type TestHub } from '../support/test-hub.ts';

type Tree = Readonly<Record<string, unknown>>;

interface Operation {
  readonly operationId?: string;
  readonly tags?: readonly string[];
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, unknown>>;
}

interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Tree };
}

describe('The description of the hub (OpenAPI)', () => {
  let hub: TestHub;
  let description: Description;
  before(async () => {
    hub = await startHub(await openMemoryDatabase(), {
      config: testConfig({ signIn: { ...testConfig().signIn, mode: 'demo' }, seed: false }),
    });
    const response = await hub.app.inject({ url: '/api/v1/openapi.json' });
    assert.equal(response.headers['content-type'], 'application/vnd.oai.openapi+json;version=3.1; charset=utf-8');
    description = response.json();
  });
  after(() => hub.close());

  test('is a valid document of OpenAPI 3.1', async () => {
    assert.match(description.openapi, /^3\.1\./);
    const { valid, errors } = await new Validator().validate({ ...structuredClone(description) });
    assert.equal(valid, true, JSON.stringify(errors));
  });

  test('is made of schemas that can all be compiled', () => hub.app.compileSchemas());

  test('describes every address, and none that is not there', () => {
    const described = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    assert.deepEqual(described.toSorted(), [
      'DELETE /api/v1/comments/{id}',
      'DELETE /api/v1/comments/{id}/reactions/{reaction}/me',
      'DELETE /api/v1/demo/session',
      'DELETE /api/v1/events/{id}/registration/me',
      'DELETE /api/v1/events/{id}/registrations/{registrationId}',
      'DELETE /api/v1/ideas/{id}/follow',
      'DELETE /api/v1/ideas/{id}/supports/me',
      'DELETE /api/v1/impulses/{id}',
      'DELETE /api/v1/impulses/{id}/interest/me',
      'DELETE /api/v1/me',
      'DELETE /api/v1/me/blocks/{personId}',
      'DELETE /api/v1/me/identities/{id}',
      'DELETE /api/v1/me/profile',
      'DELETE /api/v1/me/profile/photo',
      'DELETE /api/v1/posts/{id}',
      'DELETE /api/v1/sessions/{id}/interest/me',
      'DELETE /api/v1/uploads/{id}',
      'GET /api/v1/circles',
      'GET /api/v1/config',
      'GET /api/v1/contact-requests',
      'GET /api/v1/contact-requests/{id}',
      'GET /api/v1/demo/people',
      'GET /api/v1/directories',
      'GET /api/v1/events',
      'GET /api/v1/events/vocabulary',
      'GET /api/v1/events/{id}',
      'GET /api/v1/events/{id}.ics',
      'GET /api/v1/events/{id}/registrations',
      'GET /api/v1/events/{id}/registrations.csv',
      'GET /api/v1/events/{id}/sessions',
      'GET /api/v1/feed-check',
      'GET /api/v1/ideas',
      'GET /api/v1/ideas/audience',
      'GET /api/v1/ideas/similar',
      'GET /api/v1/ideas/{id}',
      'GET /api/v1/ideas/{id}/comments',
      'GET /api/v1/ideas/{id}/help-offers',
      'GET /api/v1/ideas/{id}/participants',
      'GET /api/v1/ideas/{id}/report',
      'GET /api/v1/ideas/{id}/reports',
      'GET /api/v1/ideas/{id}/supports',
      'GET /api/v1/impulses',
      'GET /api/v1/me',
      'GET /api/v1/me/blocks',
      'GET /api/v1/me/erasure',
      'GET /api/v1/me/export',
      'GET /api/v1/me/identities',
      'GET /api/v1/me/matches',
      'GET /api/v1/me/notifications',
      'GET /api/v1/me/profile',
      'GET /api/v1/me/profile.vcf',
      'GET /api/v1/me/settings',
      'GET /api/v1/offers',
      'GET /api/v1/peers',
      'GET /api/v1/peers/vocabulary',
      'GET /api/v1/peers/{id}',
      'GET /api/v1/posts',
      'GET /api/v1/posts.atom',
      'GET /api/v1/posts.json',
      'GET /api/v1/posts.opml',
      'GET /api/v1/posts.rss',
      'GET /api/v1/posts/vocabulary',
      'GET /api/v1/posts/{id}',
      'GET /api/v1/sources',
      'GET /api/v1/uploads/{id}',
      'GET /calendar.ics',
      'GET /calendar.json',
      'GET /calendar.rss',
      'GET /feed.atom',
      'GET /feed.json',
      'GET /feed.xml',
      'GET /feeds.opml',
      'GET /healthz',
      'GET /ideas.atom',
      'GET /oembed',
      'GET /readyz',
      'PATCH /api/v1/comments/{id}',
      'PATCH /api/v1/events/{id}',
      'PATCH /api/v1/ideas/{id}',
      'PATCH /api/v1/impulses/{id}',
      'PATCH /api/v1/offers/{id}',
      'PATCH /api/v1/posts/{id}',
      'PATCH /api/v1/sessions/{id}',
      'POST /api/v1/circles',
      'POST /api/v1/comments/{id}/hide',
      'POST /api/v1/comments/{id}/show',
      'POST /api/v1/contact-requests',
      'POST /api/v1/contact-requests/{id}/accept',
      'POST /api/v1/contact-requests/{id}/block',
      'POST /api/v1/contact-requests/{id}/decline',
      'POST /api/v1/contact-requests/{id}/withdraw',
      'POST /api/v1/demo/session',
      'POST /api/v1/events',
      'POST /api/v1/events/{id}/sessions',
      'POST /api/v1/help-offers/{id}/accept',
      'POST /api/v1/help-offers/{id}/decline',
      'POST /api/v1/help-offers/{id}/done',
      'POST /api/v1/help-offers/{id}/withdraw',
      'POST /api/v1/ideas',
      'POST /api/v1/ideas/{id}/comments',
      'POST /api/v1/ideas/{id}/help-offers',
      'POST /api/v1/ideas/{id}/pending/accept',
      'POST /api/v1/ideas/{id}/pending/refuse',
      'POST /api/v1/ideas/{id}/reports/settle',
      'POST /api/v1/ideas/{id}/take-over',
      'POST /api/v1/ideas/{id}/transitions',
      'POST /api/v1/impulses',
      'POST /api/v1/impulses/{id}/date',
      'POST /api/v1/me/notifications/read',
      'POST /api/v1/me/profile/photo',
      'POST /api/v1/offers',
      'POST /api/v1/peer-imports',
      'POST /api/v1/peer-imports/preview',
      'POST /api/v1/posts',
      'POST /api/v1/posts/{id}/steps',
      'POST /api/v1/reports',
      'POST /api/v1/sign-out',
      'POST /api/v1/uploads',
      'PUT /api/v1/comments/{id}/reactions/{reaction}/me',
      'PUT /api/v1/events/{id}/registration/me',
      'PUT /api/v1/ideas/{id}/answer',
      'PUT /api/v1/ideas/{id}/follow',
      'PUT /api/v1/ideas/{id}/supports/me',
      'PUT /api/v1/impulses/{id}/interest/me',
      'PUT /api/v1/me/profile',
      'PUT /api/v1/me/profile/consent',
      'PUT /api/v1/me/settings',
      'PUT /api/v1/sessions/{id}/interest/me',
    ]);
    for (const entry of described) {
      const [method = '', path = ''] = entry.split(' ');
      // A name in front of an ending stops at the dot.
      const url = path.replace(/\{(\w+)\}(?=\.)/g, ':$1(^[^/.]+)').replace(/\{(\w+)\}/g, ':$1');
      assert.ok(hub.app.hasRoute({ method, url }), entry);
    }
  });

  test('gives every operation a name, a group, and the shape of problems', () => {
    const names = new Set<string>();
    for (const [path, methods] of Object.entries(description.paths)) {
      for (const [method, { operationId, tags, responses }] of Object.entries(methods)) {
        const where = `${method} ${path}`;
        assert.ok(tags?.length, where);
        assert.ok('default' in responses, where);
        if (!path.startsWith('/api/')) continue;
        assert.ok(operationId, where);
        assert.equal(names.has(operationId), false, where);
        names.add(operationId);
      }
    }
    assert.ok('CalendarEvent' in description.components.schemas);
    assert.ok('ProblemDetails' in description.components.schemas);
  });

  test('refers to nothing that is not in it', () => {
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const reference = (value as Tree)['$ref'];
      if (typeof reference === 'string') {
        const name = /^#\/components\/schemas\/([^/]+)$/.exec(reference)?.[1];
        assert.ok(name && name in description.components.schemas, reference);
      }
      for (const inner of Object.values(value)) visit(inner);
    };
    visit(description);
  });
});
