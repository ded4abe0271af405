//! What `--help` prints.

use super::options::Command;

const ALL: &str = "\
Finds actions of Tencent Cloud API 3.0 in the vendor's published metadata, and
declares them.

  PROGRAM COMMAND …

  search WORD…                      find actions
  show SERVICE [VERSION] [NAME…]    describe actions and data types
  rust SERVICE [VERSION] ACTION…    print their declarations
  lock SERVICE [VERSION] NAME…      print or write their lock file
  check LOCK…                       tell what has changed since

  --metadata DIR   where the metadata is; without it, what TENCENT_ACTION_METADATA
                   names, or an installed tccli
  --help           print this; after a command, what there is to it
  --version        print the version

The metadata comes with the vendor's command-line tool: `pip install tccli`, or,
of the international site and in English, `pip install tccli-intl-en`. Nothing is
sent.
Exit status: 0; 1 if nothing is found, or something has changed; 2 if that can't
be told.
";

const SEARCH: &str = "\
Finds actions whose names and texts have all these words, the best first.

  PROGRAM search [OPTIONS] WORD…
  PROGRAM search abort task
  PROGRAM search vod 任务

  --all            print all that is found, and not only the first 20
  --metadata DIR   where the metadata is

The name of a service is a word, too.
Exit status: 0; 1 if nothing is found; 2 if that can't be told.
";

const SHOW: &str = "\
Describes actions and data types; without a name, lists the actions of a service.

  PROGRAM show [OPTIONS] SERVICE [VERSION] [NAME…]
  PROGRAM show vod ManageTask
  PROGRAM show vod 2018-07-17 MediaBasicInfo

  --metadata DIR   where the metadata is

Texts are shortened to the width of the terminal. Without a version, the newest
is taken that has all names.
Exit status: 0; 1 if there is nothing of that name; 2 if that can't be told.
";

const RUST: &str = "\
Prints declarations of actions in Rust, with the data types that they reach.

  PROGRAM rust [OPTIONS] SERVICE [VERSION] ACTION…
  PROGRAM rust vod ManageTask DescribeTaskDetail

  --no-docs        leave the vendor's texts out
  --spec LOCK      hold the declarations against this lock file
  --crate PATH     the path of the crate, if it isn't tencent_action
  --metadata DIR   where the metadata is

Look at what the metadata doesn't say, and is concluded: `idempotent`, `paginate`,
`stream`, and which strings are enums. Without a version, the newest is taken that
has all actions.
Exit status: 0; 1 if there is no such action; 2 if that can't be told.
";

const LOCK: &str = "\
Prints the lock file of actions, which `spec = \"…\"` holds declarations against,
or writes it.

  PROGRAM lock [OPTIONS] SERVICE [VERSION] NAME…
  PROGRAM lock --out specs/ vod ManageTask DescribeTasks
  PROGRAM lock --out specs/vod-2018-07-17.spec

  --out FILE       write this file, or SERVICE-VERSION.spec in this directory
  --only           only what is named, actions or data types, and none that they
                   reach
  --metadata DIR   where the metadata is

A file that is there keeps its actions, and what it says of them is renewed; no
name is needed for that. It has the data types that they reach, or with --only,
those that it had. To drop an action, delete its lines, and renew the file.
Without a version, the file's is taken, or the newest that has all names.
Exit status: 0; 1 if there is nothing of that name; 2 if the file can't be made.
";

const CHECK: &str = "\
Tells what has changed since a lock file was written, one change a line.

  PROGRAM check [OPTIONS] LOCK…
  PROGRAM check specs/*.spec

  --breaking       what breaks nothing is printed, and leaves the status 0
  --metadata DIR   where the metadata is

What is new and needn't be sent breaks nothing, nor does what is deprecated.
Exit status: 0 if all is as it was; 1 if something has changed; 2 if that can't be
told.
";

/// What is to be known of a command, or of all.
pub(super) fn text(command: Option<Command>, program: &str) -> String {
    let text = match command {
        None | Some(Command::Version) => ALL,
        Some(Command::Search) => SEARCH,
        Some(Command::Show) => SHOW,
        Some(Command::Rust) => RUST,
        Some(Command::Lock) => LOCK,
        Some(Command::Check) => CHECK,
    };
    text.replace("PROGRAM", program)
}
