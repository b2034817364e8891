require('../bin/launch.cjs')('action', 'submit');
