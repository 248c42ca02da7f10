import { DatabaseSync } from 'node:sqlite';
import { deno } from './deno.ts';

/*
 * Puts recorded code into Deno's cache, and closes the cache. Its table: Deno's `cli/cache/code_cache.rs`. Arguments: the
 * cache's database, the file with the code, the name of the script that it is of. Fails where Deno did not keep that one.
 */
const [path = '', code = '', specifier = ''] = deno.args;
const database = new DatabaseSync(path);
const { changes } = database
	.prepare('UPDATE codecache SET data = ? WHERE specifier = ? AND type = 0')
	.run(deno.readFileSync(code), specifier);
database.exec('CREATE TRIGGER closed BEFORE INSERT ON codecache BEGIN SELECT RAISE(IGNORE); END');
database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
database.close();
deno.exit(changes === 1 ? 0 : 1);
