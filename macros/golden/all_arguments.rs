#[tencent_action(service = "cvm", version = "2017-03-12", response = RunInstancesReply, errors = RunInstancesError, stream = RunInstancesChunk, rate_limit = 10, idempotent)]
struct RunInstances {
    #[tencent(client_token)]
    client_token: Option<String>,
}
