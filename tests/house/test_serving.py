"""The server that other tests start is a real one: it is killed, and comes back where it was with what it had."""

from __future__ import annotations

from boardsup.cli.serve import listen
from serving import Server


def test_a_server_is_ready_when_it_says_so_and_its_link_signs_in(server: Server):
    assert server.get("/healthz")[0] == 200
    assert server.sign_in.startswith(f"{server.here}/signin/")


def test_a_killed_server_comes_back_at_the_same_address_with_a_new_link(server: Server):
    here, link = server.here, server.sign_in
    server.restart()
    assert server.here == here
    assert server.sign_in != link
    assert server.get("/healthz")[0] == 200


def test_a_server_that_is_asked_to_stop_ends_well_and_without_a_traceback(server: Server):
    assert server.stop() == 0
    assert "Traceback" not in "\n".join(server.said)


def test_ctrl_c_stops_it_without_a_traceback(server: Server):
    assert server.interrupt() == 0
    assert "Traceback" not in "\n".join(server.said)


def test_the_next_free_port_is_taken_when_one_is_not_free(server: Server):
    address = listen("127.0.0.1", server.port)
    assert address.here.startswith("http://127.0.0.1:")
    assert address.here != server.here
    address.socket.close()


def test_it_says_its_address_on_the_network_too(server: Server):
    assert [line.partition(": ")[0] for line in server.said[:4]] == [
        "Here", "On this network", "Sign in (once)", "Ready.",
    ]  # fmt: skip


def test_two_servers_keep_out_of_each_others_way(start_server):
    one, other = start_server(), start_server()
    assert one.port != other.port
    assert one.data != other.data
