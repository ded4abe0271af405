#[tencent_action(service = "cls", version = "2020-10-16")]
pub struct SearchTree {
    pub name: Option<String>,
    branches: Vec<SearchTree>,
    next: Option<Box<Self>>,
}
