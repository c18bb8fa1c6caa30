package org.seatrial.scenarios.compose;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A RabbitMQ node as somebody who sends and receives sees it: by AMQP, a connection each time.
 *
 * @param address where it can be reached
 * @param user who connects
 * @param password of the user
 */
record Broker(InetSocketAddress address, String user, String password) {

  private static final Duration CONFIRMED = Duration.ofSeconds(30);

  /** Make a queue of which every node has a copy. */
  void declareQuorumQueue(String queue) throws IOException, TimeoutException {
    try (Connection connection = connect();
        Channel channel = connection.createChannel()) {
      channel.queueDeclare(queue, true, false, false, Map.of("x-queue-type", "quorum"));
    }
  }

  /** Make a queue that waits for messages about a topic. */
  void declareQueue(String queue, String exchange, String topic)
      throws IOException, TimeoutException {
    try (Connection connection = connect();
        Channel channel = connection.createChannel()) {
      channel.exchangeDeclare(exchange, BuiltinExchangeType.TOPIC, true);
      channel.queueDeclare(queue, true, false, false, Map.of());
      channel.queueBind(queue, exchange, topic);
    }
  }

  /** Send a message that outlives a restart, and wait until the broker has taken it over. */
  void publish(String exchange, String key, String message)
      throws IOException, TimeoutException, InterruptedException {
    try (Connection connection = connect();
        Channel channel = connection.createChannel()) {
      channel.confirmSelect();
      channel.basicPublish(
          exchange,
          key,
          MessageProperties.PERSISTENT_TEXT_PLAIN,
          message.getBytes(StandardCharsets.UTF_8));
      channel.waitForConfirmsOrDie(CONFIRMED.toMillis());
    }
  }

  /** Return the next message of a queue; nothing when none comes in time. */
  Optional<String> consume(String queue, Duration time)
      throws IOException, TimeoutException, InterruptedException {
    BlockingQueue<String> received = new LinkedBlockingQueue<>();
    try (Connection connection = connect();
        Channel channel = connection.createChannel()) {
      channel.basicConsume(
          queue,
          true,
          (tag, delivery) -> received.add(new String(delivery.getBody(), StandardCharsets.UTF_8)),
          tag -> {});
      return Optional.ofNullable(received.poll(time.toMillis(), TimeUnit.MILLISECONDS));
    }
  }

  /** Log in; the caller closes the connection. */
  Connection connect() throws IOException, TimeoutException {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setHost(address.getHostString());
    factory.setPort(address.getPort());
    factory.setUsername(user);
    factory.setPassword(password);
    factory.setAutomaticRecoveryEnabled(false);
    factory.setConnectionTimeout(10_000);
    return factory.newConnection();
  }
}
