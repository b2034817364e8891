require('../bin/launch.cjs')('action', 'await-approval');
