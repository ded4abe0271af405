//! Calls that are given up: polled so many times, for each number of times until they are done, and then dropped. Whatever a
//! call holds then goes back: its turn, its retry's price, its part in a refresh.

mod behind;
mod budget;
mod everywhere;
mod steps;
mod world;
