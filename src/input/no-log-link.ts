/**
 * Links in folders of logs that lead to no log: Debian and Fedora put `README -> ../../usr/share/doc/systemd/README.logs` into /var/log
 * (systemd, tmpfiles.d/legacy.conf), and a log that is switched off is a link to /dev/null.
 */
const NO_LOG_NAMES = /^(?:README|LICEN[CS]E|COPYING|NOTICE|NEWS|CHANGELOG)(?:\.[a-z]+)?$/i
const NO_LOG_TARGETS = /(?:^|\/)usr\/share\/(?:doc|man|info)\/|^\/dev\/null$/

export const leadsToNoLog = (name: string, target: string): boolean =>
  NO_LOG_NAMES.test(name.slice(name.lastIndexOf('/') + 1)) || NO_LOG_TARGETS.test(target)
