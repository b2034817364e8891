require('../bin/launch.cjs')('action', 'fetch');
