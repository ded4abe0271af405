#[tencent_action(service = "sts", version = "2018-08-13", response = CallerIdentity)]
pub(crate) struct GetCallerIdentity;
