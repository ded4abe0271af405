use std::fs;

use tempfile::TempDir;

use super::*;

const HOME: &str = "home/.tencentcloud/credentials";
const ETC: &str = "etc/tencentcloud/credentials";
const PAIR: &str = "[default]\nsecret_id = AKIDfile\nsecret_key = marker-key\n";

/// A machine's disk with these files.
fn disk(files: &[(&str, &str)]) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    root
}

fn source(root: &TempDir, variables: &[(&'static str, &str)]) -> ProfileCredentials {
    ProfileCredentials::new().with_env(Env::on_disk(variables, root.path()))
}

/// The id that is found, or why there is none: from an error, from where it looked.
async fn id(source: ProfileCredentials) -> Result<String, String> {
    let outcome = match source.provide().await {
        Ok(Some(credential)) => Ok(credential.secret_id().to_owned()),
        Ok(None) => Err(source.looks_at().into_owned()),
        Err(error) => Err(error.to_string()),
    };
    assert!(!format!("{outcome:?} {source:?}").contains("marker"), "{outcome:?}");
    outcome
}

/// What a fault in the usual file leads to.
async fn fault(text: &str) -> String {
    let root = disk(&[(HOME, text)]);
    let message = id(source(&root, &[])).await.unwrap_err();
    message.replace(&root.path().join(HOME).display().to_string(), "FILE")
}

#[tokio::test]
async fn the_file_is_the_one_named_then_that_of_the_user_then_that_of_the_machine() {
    let other = PAIR.replace("AKIDfile", "AKIDetc");
    let root = disk(&[(HOME, PAIR), (ETC, &other), ("named", &PAIR.replace("AKIDfile", "AKIDnamed"))]);
    let named = root.path().join("named").display().to_string();
    let variables = [(FILE, named.as_str())];
    assert_eq!(id(source(&root, &variables)).await.unwrap(), "AKIDnamed");
    assert_eq!(id(source(&root, &variables).file(root.path().join(ETC))).await.unwrap(), "AKIDetc");
    let usual = source(&root, &[(FILE, "")]);
    assert_eq!(usual.looks_at(), "the profile file");
    assert_eq!(id(usual.clone()).await.unwrap(), "AKIDfile");
    let place = format!("the profile file {}, section [default]", root.path().join(HOME).display());
    assert_eq!(usual.looks_at(), place);
    fs::remove_file(root.path().join(HOME)).unwrap();
    assert_eq!(id(source(&root, &[])).await.unwrap(), "AKIDetc");
}

#[tokio::test]
async fn a_file_is_read_whoever_wrote_it() {
    let text = "\u{feff}# made on Windows\r\n; twice\r\n\r\n [ default ]\r\n\tSECRET_ID=AKIDfile\r\n \
                Secret_Key  =  \"k'ey=\"  \r\n token = t\r\nregion = ap-guangzhou\r\n";
    let root = disk(&[(HOME, text)]);
    let credential = source(&root, &[]).provide().await.unwrap().unwrap();
    let parts = (credential.secret_id(), credential.secret_key(), credential.token());
    assert_eq!(parts, ("AKIDfile", "\"k'ey=\"", Some("t")));
}

#[tokio::test]
async fn a_key_that_is_exchanged_in_the_file_counts_from_then_on() {
    let root = disk(&[(HOME, PAIR)]);
    let source = source(&root, &[]);
    assert_eq!(id(source.clone()).await.unwrap(), "AKIDfile");
    fs::write(root.path().join(HOME), PAIR.replace("AKIDfile", "AKIDnew")).unwrap();
    assert_eq!(id(source).await.unwrap(), "AKIDnew");
}

#[tokio::test]
async fn any_section_is_a_profile() {
    let root = disk(&[(HOME, &format!("{PAIR}[prod]\nsecret_id=AKIDprod\nsecret_key=k\n"))]);
    assert_eq!(id(source(&root, &[(PROFILE, "prod")])).await.unwrap(), "AKIDprod");
    assert_eq!(id(source(&root, &[(PROFILE, "prod")]).profile("default")).await.unwrap(), "AKIDfile");
    assert_eq!(id(source(&root, &[(PROFILE, "")]).profile("")).await.unwrap(), "AKIDfile");

    let message = id(source(&root, &[(PROFILE, "Prod")])).await.unwrap_err();
    assert!(message.ends_with("no section [Prod], which TENCENTCLOUD_PROFILE asks for; it has [default], [prod]"));
    let message = id(source(&root, &[]).profile("test")).await.unwrap_err();
    assert!(message.ends_with("no section [test], which the program asks for; it has [default], [prod]"), "{message}");
}

#[tokio::test]
async fn nothing_found_says_where_and_why() {
    let root = disk(&[]);
    let (home, etc) = (root.path().join(HOME), root.path().join(ETC));
    let message = id(source(&root, &[])).await.unwrap_err();
    let expected = format!("the profile file {} (not there) or {} (not there)", home.display(), etc.display());
    assert_eq!(message, expected);
    let homeless = ProfileCredentials::new().with_env(Env::empty());
    assert_eq!(id(homeless).await.unwrap_err(), "a profile file (there is no home directory to look in)");
    for (text, expected) in [
        ("", "the profile file FILE (no section [default]; it has no sections)"),
        ("[a]\n[b]", "the profile file FILE (no section [default]; it has [a], [b])"),
        ("[default]\nsecret_id =\nsecret_key=\n", "the profile file FILE (section [default] is empty)"),
    ] {
        assert_eq!(fault(text).await, expected);
    }
}

#[tokio::test]
async fn what_is_named_and_not_there_is_an_error_that_says_who_named_it() {
    let root = disk(&[]);
    let message = id(source(&root, &[(FILE, "/nowhere/credentials")])).await.unwrap_err();
    let expected = "TENCENTCLOUD_CREDENTIALS_FILE names the profile file /nowhere/credentials, which is not there";
    assert_eq!(message, expected);
    let message = id(source(&root, &[]).file("/nowhere/credentials")).await.unwrap_err();
    assert_eq!(message, "the program names the profile file /nowhere/credentials, which is not there");
    let message = id(source(&root, &[(PROFILE, "prod")])).await.unwrap_err();
    assert!(message.starts_with("TENCENTCLOUD_PROFILE asks for profile `prod`; it was looked for in "), "{message}");
    assert!(message.contains("credentials (not there) or "), "{message}");
}

#[tokio::test]
async fn faults_name_file_line_section_and_cure() {
    for (text, expected) in [
        (
            "\n[default]\nsecret_id = AKIDfile\n",
            "the profile file FILE, line 2: section [default] has a secret_id, but its secret_key is missing or empty: write both",
        ),
        (
            "[default]\nsecret_id =\nsecret_key = marker\n",
            "the profile file FILE, line 1: section [default] has a secret_key, but its secret_id is missing or empty: write both",
        ),
        (
            "[default]\nsecretid = marker\nsecretkey = marker\n",
            "the profile file FILE, line 1: section [default] has neither secret_id nor secret_key: write both",
        ),
        (
            "[default]\nsecret_id = AKID # marker\nsecret_key = marker\n",
            "the profile file FILE, line 1: section [default] has a value with a space in it: was it copied right? \
             A comment needs a line of its own",
        ),
        (
            "[default]\nsecret_id = AKID\nsecret_key = mark\u{e9}r-marker\n",
            "the profile file FILE, line 1: section [default] is faulty: the secret key has a character that no key has: \
             was it copied whole, and nothing else?",
        ),
        (
            "[default]\nsecret_id = AKID\nsecret_key =\nmarker-key\n",
            "the profile file FILE, line 4: it is neither `key = value` nor `[section]` nor a comment, which begins with `#` or `;`",
        ),
        (
            "[default]\nsecret_key = marker\nSecret_Key = marker\n",
            "the profile file FILE, line 3: section [default] has this key already, in line 2: leave one",
        ),
        (
            "[default]\n[default]\n",
            "the profile file FILE, line 2: section [default] is there already, in line 1: merge the two",
        ),
        (
            "secret_id = AKID\n",
            "the profile file FILE, line 1: it stands before any section: write `[default]` above it",
        ),
    ] {
        assert_eq!(fault(text).await, expected);
    }
    let root = disk(&[(HOME, "[prod]\n")]);
    let message = id(source(&root, &[]).profile("prod")).await.unwrap_err();
    assert!(message.ends_with("line 1: section [prod] has neither secret_id nor secret_key: write both"), "{message}");
}
