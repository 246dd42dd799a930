import { describe, expect, it } from 'vitest';
import { openApi } from '../../../api/http/index.ts';
import { allRoutes } from '../../../teams-app/program/routes.ts';

const document = await openApi(allRoutes);

describe('openApi', () => {
  it('describes every route with its roles and no two under one name', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(operations).toHaveLength(allRoutes.length);
    expect(new Set(operations.map((operation) => operation['operationId'])).size).toBe(allRoutes.length);
    for (const { name, allow } of allRoutes) {
      const [method = '', path = ''] = name.split(' ');
      const operation = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      expect(operation).toMatchObject({ 'x-roles': allow, summary: expect.stringMatching(/\S/) as string });
    }
  });

  it('takes path, query, body and answer from the contract', () => {
    expect(document.paths['/api/policy/versions/{versionKey}/missing']?.['get']?.['parameters']).toEqual(
      expect.arrayContaining([
        { name: 'versionKey', in: 'path', required: true, schema: { type: 'string' } },
        expect.objectContaining({ name: 'limit', in: 'query', required: false }),
      ]),
    );
    const publish = document.paths['/api/policy/versions/{versionKey}/publish']?.['post'];
    expect(publish).toMatchObject({
      requestBody: { content: { 'application/json': { schema: { properties: { reason: { minLength: 10 } } } } } },
      responses: { '200': { content: { 'application/json': { schema: { required: ['version'] } } } } },
    });
    expect(document.paths['/api/policy/versions/{versionKey}']?.['delete']?.['responses']).toHaveProperty('204');
    expect(document.paths['/api/policy/versions/{versionKey}/coverage.xlsx']?.['get']?.['responses']).toMatchObject({
      '200': { content: { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {} } },
    });
  });

  it('is JSON without anything that cannot be written', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });
});
