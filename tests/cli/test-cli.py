#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""waslijn-cli as a user or script meets it: commands, exit statuses, and what is left on disk."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import unittest
import xml.dom.minidom

CLI = sys.argv.pop(1)
TRANSLATIONS = os.path.join(os.path.dirname(CLI), '..', '..', 'po')
ENV = dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE='en')
COMMANDS = ['new', 'info', 'import', 'export', 'capture', 'check', 'verify', 'history', 'undo', 'redo']
COUNTS = ['parties', 'lanes', 'maps', 'elements', 'flows', 'interfaces', 'friction_points', 'teams', 'persons',
          'actions', 'sessions']
LINES = """Customer / Claims desk: Send claim form
Insurer / Intake: Receive form => Claim form
! Customer 4: "We never hear anything"
Intake: Complete?
yes -> Intake: Register claim
no -> Send claim form
team Intake: Complete at first receipt
member Claims manager (Insurer); lead
member Claims contact (Customer)
link !1 to Intake
action Write the checklist; who Claims manager; due 2027-01-31; for !1
parked: What about foreign claims?
"""


class Cli(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix='waslijn-cli-')
        self.addCleanup(self.folder.cleanup)
        self.file = self.path('a.waslijn')

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def run_cli(self, *arguments, status=0, typed=''):
        done = subprocess.run([CLI, *arguments], input=typed.encode(), capture_output=True, env=ENV, timeout=120)
        self.assertEqual(done.returncode, status, (arguments, done.stdout, done.stderr))
        if status == 2:
            self.assertEqual(len(done.stderr.decode().splitlines()), 1, done.stderr)
            self.assertTrue(done.stderr.startswith(b'waslijn-cli: '), done.stderr)
        self.errors = done.stderr.decode()
        return done.stdout.decode()

    def empty_text(self):
        with open(self.path('empty.txt'), 'w') as file:
            file.write('# nothing\n')
        return self.path('empty.txt')

    def info(self, path):
        return json.loads(self.run_cli('info', path, '--json'))

    def make(self, lines=LINES):
        self.run_cli('new', self.file)
        out = self.run_cli('capture', self.file, typed=lines)
        self.assertTrue(all(line.startswith('ok ') for line in out.splitlines()), out)
        return out

    def test_help(self):
        overview = self.run_cli('--help')
        for command in COMMANDS:
            self.assertIn(command, overview)
            page = self.run_cli(command, '--help')
            for heading in ('NAME', 'SYNOPSIS', 'DESCRIPTION'):
                self.assertIn(heading, page)
            self.assertEqual(page, self.run_cli('help', command))
        self.assertIn('! Customer 4', self.run_cli('capture', '--help'))
        self.assertRegex(self.run_cli('--version'), r'^waslijn-cli [0-9.]+\n$')

    def test_wrong_arguments(self):
        for arguments in ([], ['fly'], ['info'], ['info', 'a', 'b'], ['info', self.path('none')],
                          ['new', self.file, '--template=none'], ['new', self.file, '--colour=red'],
                          ['export', self.path('none'), self.path('x.pdf')], ['verify', self.path('none')],
                          ['import', self.path('none'), self.file], ['undo', self.path('none')],
                          ['check', self.path('none')], ['history', self.path('none')]):
            self.run_cli(*arguments, status=2)
        self.assertEqual(os.listdir(self.folder.name), [])

    def test_new_never_replaces(self):
        self.run_cli('new', self.file)
        with open(self.file, 'rb') as file:
            before = file.read()
        self.run_cli('new', self.file, status=2)
        with open(self.file, 'rb') as file:
            self.assertEqual(file.read(), before)

    def test_info(self):
        self.make()
        info = self.info(self.file)
        self.assertEqual({key: info[key] for key in COUNTS},
                         {'parties': 2, 'lanes': 2, 'maps': 1, 'elements': 4, 'flows': 4, 'interfaces': 2,
                          'friction_points': 1, 'teams': 1, 'persons': 2, 'actions': 1, 'sessions': 0})
        self.assertEqual(info['title'], 'a')
        self.assertTrue(info['revision'])
        self.assertIn('Friction points', self.run_cli('info', self.file))

    def test_capture_goes_on(self):
        self.run_cli('new', self.file)
        out = self.run_cli('capture', self.file, status=1,
                           typed='Customer / Desk: A\nnonsense\n\nDesk: B\n-> Nowhere\n: C').splitlines()
        self.assertEqual([line.split()[0] for line in out], ['ok', 'error', 'ok', 'ok', 'error', 'ok'])
        self.assertTrue(out[1].startswith('error 2: '), out[1])
        self.assertTrue(out[4].startswith('error 5: '), out[4])
        self.assertEqual(self.info(self.file)['elements'], 3)
        self.assertEqual(out[-1], 'ok ' + self.info(self.file)['revision'])

    def test_capture_bytes(self):
        self.run_cli('new', self.file)
        done = subprocess.run([CLI, 'capture', self.file], input=b'Customer / Desk: \xff\xfe\x00 A\n\xef\xbb\xbfDesk: B\r\n',
                              capture_output=True, env=ENV, timeout=60)
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertEqual(self.info(self.file)['elements'], 2)
        self.run_cli('verify', self.file)

    def test_ok_means_on_disk(self):
        self.run_cli('new', self.file)
        child = subprocess.Popen([CLI, 'capture', self.file], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=ENV)
        acknowledged = 0
        for number in range(20):
            child.stdin.write(f'Customer / Desk: Step {number}\n'.encode())
            child.stdin.flush()
            self.assertTrue(child.stdout.readline().startswith(b'ok '))
            acknowledged += 1
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdin.close()
        child.stdout.close()
        self.assertEqual(self.info(self.file)['elements'], acknowledged)
        self.run_cli('verify', self.file)

    def test_text_round_trip(self):
        for template in ('claims', 'order-to-delivery', 'service-desk'):
            first, second = self.path(template + '.waslijn'), self.path('again-' + template + '.waslijn')
            self.run_cli('new', first, '--template=' + template)
            self.run_cli('export', first, self.path('1.txt'))
            with open(self.path('1.txt')) as file:
                text = file.read()
            self.run_cli('new', second)
            self.run_cli('capture', second, typed=text)
            self.run_cli('export', second, self.path('2.txt'))
            with open(self.path('2.txt')) as file:
                self.assertEqual(file.read(), text)
            one, two = self.info(first), self.info(second)
            self.assertEqual({**one, 'revision': ''}, {**two, 'revision': ''})

    def test_claims_example(self):
        self.run_cli('new', self.file, '--template=claims')
        info = self.info(self.file)
        self.assertIn(info['elements'], range(36, 46))
        self.assertEqual((info['interfaces'], info['friction_points'], info['teams'], info['sessions']), (8, 12, 4, 2))

    def test_export_kinds(self):
        self.make()
        heads = {'pdf': b'%PDF-', 'png': b'\x89PNG', 'svg': b'<?xml', 'xml': b'<?xml', 'waslijn': b'SQLite format 3'}
        for kind, head in heads.items():
            self.run_cli('export', self.file, self.path('out.' + kind))
            with open(self.path('out.' + kind), 'rb') as file:
                data = file.read()
            self.assertTrue(data.startswith(head), (kind, data[:20]))
        xml.dom.minidom.parse(self.path('out.svg'))
        xml.dom.minidom.parse(self.path('out.xml'))
        self.run_cli('verify', self.path('out.waslijn'))
        self.run_cli('export', self.file, self.path('picture'), '--format=png')

    def test_overlay(self):
        """What lies over the map shows, and is explained; none is as if nothing was said."""
        self.make(LINES + '@ Receive form\n! Insurer 3: Never complete\n')
        made = {}
        for name in ('', 'none', 'friction', 'agreement', 'age'):
            out = self.path('heat.png')
            options = ['--overlay=' + name] if name else []
            self.run_cli('export', self.file, out, *options)
            with open(out, 'rb') as file:
                made[name] = file.read()
        self.assertEqual(made[''], made['none'])
        self.assertEqual(len(set(made.values())), 4)
        self.run_cli('export', self.file, self.path('heat.pdf'), '--overlay=friction')
        self.run_cli('export', self.file, self.path('heat.svg'), '--overlay=gap')

    def test_export_refuses(self):
        self.make()
        before = sorted(os.listdir(self.folder.name))
        self.run_cli('export', self.file, self.path('out.docx'), status=2)
        self.run_cli('export', self.file, self.path('out'), status=2)
        self.run_cli('export', self.file, self.path('out.pdf'), '--map=None', status=2)
        self.run_cli('export', self.file, self.path('out.pdf'), '--for=Nobody', status=2)
        self.run_cli('export', self.file, self.path('none/out.pdf'), status=2)
        self.run_cli('export', self.file, self.path('none/out.txt'), status=2)
        self.run_cli('export', self.file, self.path('none/out.svg'), status=2)
        self.run_cli('export', self.file, self.path('out.png'), '--scale=0', status=2)
        self.run_cli('export', self.file, self.path('out.png'), '--overlay=mood', status=2)
        self.run_cli('export', self.file, self.path('out.txt'), '--overlay=friction', status=2)
        self.run_cli('export', self.file, self.file, status=2)
        self.assertEqual(sorted(os.listdir(self.folder.name)), before)

    def test_private_stays(self):
        self.make(LINES + '@ Receive form\n! Insurer 3: Quetzalcoatl; private to Insurer\n')
        for kind in ('txt', 'xml', 'svg', 'waslijn'):
            out = self.path('out.' + kind)
            self.run_cli('export', self.file, out)
            self.assertRegex(self.errors, r'[1-9] private item')
            with open(out, 'rb') as file:
                self.assertNotIn(b'Quetzalcoatl', file.read(), kind)
            self.run_cli('export', self.file, out, '--for=Customer')
            with open(out, 'rb') as file:
                self.assertNotIn(b'Quetzalcoatl', file.read(), kind)
        for option in ('--for=Insurer', '--include-private'):
            self.run_cli('export', self.file, self.path('out.txt'), option)
            self.assertNotIn('private item', self.errors)
            with open(self.path('out.txt')) as file:
                self.assertIn('Quetzalcoatl', file.read())

    def test_rights_are_kept(self):
        """What others could not read they cannot read after it is written again."""
        self.make()
        for kind in ('pdf', 'svg', 'png', 'xml', 'txt', 'waslijn'):
            for options in ([], ['--include-private']):
                out = self.path('out.' + kind)
                with open(out, 'w'):
                    os.chmod(out, 0o600)
                self.run_cli('export', self.file, out, *options)
                self.assertEqual(os.stat(out).st_mode & 0o777, 0o600, (kind, options))
        self.assertFalse([name for name in os.listdir(self.folder.name) if name.startswith('.')])

    def test_templates_in_dutch(self):
        for template, lane in (('claims', 'Schadebalie'), ('order-to-delivery', 'Inkoop'), ('service-desk', 'Servicedesk')):
            english, dutch = self.path(template + '.waslijn'), self.path(template + '-nl.waslijn')
            self.run_cli('new', english, '--template=' + template)
            subprocess.run([CLI, 'new', dutch, '--template=' + template], check=True, timeout=60,
                           env=dict(ENV, LANGUAGE='nl', LIJN_LOCALEDIR=TRANSLATIONS))
            one, two = self.info(english), self.info(dutch)
            self.assertEqual({key: one[key] for key in COUNTS}, {key: two[key] for key in COUNTS}, template)
            self.run_cli('export', dutch, self.path('nl.txt'))
            with open(self.path('nl.txt')) as file:
                self.assertIn(lane, file.read())

    def test_names_in_any_locale(self):
        self.run_cli('new', self.file, '--title=Größe')
        self.run_cli('capture', self.file, typed='Größe / İş: Acık\n')
        for locale in ('C', 'C.UTF-8', 'nl_NL.UTF-8', 'tr_TR.UTF-8'):
            done = subprocess.run([CLI, 'export', self.file, self.path('out.TXT'), '--for=GRÖSSE', '--include-private'],
                                  capture_output=True, env=dict(ENV, LC_ALL=locale, LANGUAGE=''), timeout=60)
            self.assertEqual(done.returncode, 2, done.stderr)
            done = subprocess.run([CLI, 'export', self.file, self.path('out.TXT'), '--for=größe'],
                                  capture_output=True, env=dict(ENV, LC_ALL=locale, LANGUAGE='', TZ='Asia/Tokyo'), timeout=60)
            self.assertEqual((done.returncode, done.stderr), (0, b''), locale)
        done = subprocess.run([CLI, 'new', self.path('b.waslijn'), b'--title=\xff'], capture_output=True, env=ENV, timeout=60)
        self.assertIn(done.returncode, (0, 2))
        if done.returncode == 0:
            self.run_cli('verify', self.path('b.waslijn'))
            self.info(self.path('b.waslijn'))

    def test_closed_standard_files(self):
        """Nothing that is printed lands in a file that was opened where standard output was closed."""
        self.make()
        for closed in ('<&-', '>&-', '2>&-', '<&- >&- 2>&-'):
            for kind in ('txt', 'xml', 'svg', 'waslijn'):
                self.run_cli('export', self.file, self.path('good.' + kind))
                done = subprocess.run(['sh', '-c', f'exec "$@" {closed}', 'sh', CLI, 'export', self.file,
                                       self.path('out.' + kind)], env=ENV, timeout=60)
                self.assertEqual(done.returncode, 0, (closed, kind))
                with open(self.path('good.' + kind), 'rb') as good, open(self.path('out.' + kind), 'rb') as out:
                    if kind != 'waslijn':
                        self.assertEqual(out.read(), good.read(), (closed, kind))
            self.run_cli('verify', self.path('out.waslijn'))
        done = subprocess.run(['sh', '-c', 'exec "$@" >&- 2>/dev/null', 'sh', CLI, 'info', self.file], env=ENV, timeout=60)
        self.assertEqual(done.returncode, 2)

    def test_private_bytes_stay(self):
        """Nothing of what is private, said of it, or done to it, is in what others get: raw bytes."""
        secret = 'Quetzalcoatl'
        self.make(LINES + f'Intake: {secret} step; private to Insurer\n! Insurer 2: {secret} there\n'
                  f'@ Receive form\n! Insurer 3: {secret}; private to Insurer; evidence {secret}\n'
                  f'comment Insurer: {secret}; private to Insurer\nparked Insurer: {secret}; private to Insurer\n'
                  f'Intake: {secret} gone\n')
        self.run_cli('undo', self.file)
        for kind in ('txt', 'xml', 'svg', 'png', 'pdf', 'waslijn'):
            out = self.path('out.' + kind)
            for options in ([], ['--for=Customer']):
                self.run_cli('export', self.file, out, *options)
                self.assertIn('4 private items', self.errors)
                with open(out, 'rb') as file:
                    self.assertNotIn(secret.encode(), file.read(), kind)
        self.assertEqual(self.run_cli('history', self.path('out.waslijn')), '')

    def test_import(self):
        fixture = os.path.join(os.environ.get('LIJN_FIXTURES', ''), 'bpmn', 'C.1.0.bpmn')
        source = self.path('lines.txt')
        with open(source, 'w') as file:
            file.write(LINES)
        self.run_cli('import', source, self.file)
        self.assertEqual(self.info(self.file)['elements'], 4)
        self.assertIn('Elements: 0\n', self.run_cli('import', self.empty_text(), self.file))
        with open(source, 'w') as file:
            file.write('nonsense\n')
        self.run_cli('import', source, self.path('b.waslijn'), status=2)
        self.assertFalse(os.path.exists(self.path('b.waslijn')))
        revision = self.info(self.file)['revision']
        self.run_cli('import', source, self.file, status=2)
        self.assertEqual(self.info(self.file)['revision'], revision)
        if os.path.exists(fixture):
            self.run_cli('import', fixture, self.path('c.waslijn'))
            self.assertGreater(self.info(self.path('c.waslijn'))['elements'], 10)

    def test_import_persons(self):
        """A list comes in once; who has no party asks for one; a wrong list leaves all as it was."""
        self.make('Customer / Desk: Ask\nInsurer / Intake: Answer\n')
        people = self.path('people.csv')
        with open(people, 'wb') as file:
            file.write('Naam;E-mail;Partij\nRené;r@x.example;Insurer\nEva;;\n'.encode('cp1252'))
        before = self.info(self.file)
        self.run_cli('import', people, self.file, status=2)
        self.assertIn('Eva', self.errors)
        self.assertEqual(self.info(self.file), before)
        self.assertIn('2 new persons', self.run_cli('import', people, self.file, '--party=Customer'))
        self.assertEqual(self.info(self.file)['persons'], 2)
        self.assertIn('2 persons were there already', self.run_cli('import', people, self.file, '--party=Customer'))
        self.run_cli('undo', self.file)
        self.assertEqual(self.info(self.file)['persons'], 0)
        with open(people, 'wb') as file:
            file.write(b'no;heading\n')
        self.run_cli('import', people, self.file, status=2)

    def test_aims_findings_and_charter(self):
        self.run_cli('new', self.file, '--template=claims')
        aims = self.info(self.file)['aims']
        self.assertEqual(aims['openness'], {'value': 5 / 12, 'counted': 5, 'of': 12})
        self.assertEqual(aims['fit'], {'value': 0.25, 'counted': 2, 'of': 8})
        found = json.loads(self.run_cli('check', self.file, '--json', status=1))
        self.assertEqual(len(found), len(self.run_cli('check', self.file, status=1).splitlines()))
        self.assertIn({'kind', 'subject', 'text'}, [set(finding) for finding in found])
        self.run_cli('export', self.file, self.path('team.pdf'), '--team=know where it stands')
        self.assertTrue(os.path.getsize(self.path('team.pdf')) > 1000)
        self.run_cli('export', self.file, self.path('no.pdf'), '--team=Nobody', status=2)
        self.run_cli('export', self.file, self.path('no.png'), '--team=Steering group', status=2)
        self.assertFalse(os.path.exists(self.path('no.pdf')))

    def test_undo_redo(self):
        self.run_cli('new', self.file, '--title=Undo')
        self.run_cli('capture', self.file, typed='Customer / Desk: A\nInsurer / Intake: B\n')
        full = self.info(self.file)
        self.run_cli('undo', self.file)
        self.assertEqual(self.info(self.file)['interfaces'], 0)
        self.run_cli('redo', self.file)
        self.assertEqual({**self.info(self.file), 'revision': ''}, {**full, 'revision': ''})
        self.run_cli('redo', self.file, status=1)
        kinds = [line.split()[2] for line in self.run_cli('history', self.file).splitlines()]
        self.assertEqual(kinds[:2], ['redo', 'undo'])
        self.assertEqual(len(json.loads(self.run_cli('history', self.file, '--json', '--limit=2'))), 2)
        for _ in range(3):
            self.run_cli('undo', self.file)
        self.run_cli('undo', self.file, status=1)

    def test_check(self):
        self.make()
        self.assertIn('interface-without-norm', self.run_cli('check', self.file, status=1))
        self.run_cli('new', self.path('b.waslijn'), '--template=blank')

    def test_verify(self):
        self.make()
        self.assertEqual(self.run_cli('verify', self.file), 'sound\n')
        with open(self.file, 'r+b') as file:
            file.seek(8192)
            file.write(b'\x5a' * 4096)
        self.run_cli('verify', self.file, status=1)
        self.assertEqual(len(self.errors.splitlines()), 1)

    def test_foreign_file(self):
        other = self.path('letter.txt')
        with open(other, 'w') as file:
            file.write('Dear customer')
        for arguments in (['info', other], ['capture', other], ['undo', other], ['export', other, self.path('x.pdf')],
                          ['check', other], ['history', other], ['import', other, other]):
            self.run_cli(*arguments, status=2)
        with open(other) as file:
            self.assertEqual(file.read(), 'Dear customer')


unittest.main(verbosity=1)
