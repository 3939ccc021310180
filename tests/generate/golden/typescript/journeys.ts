// Written by `waymark generate typescript`. Do not edit: change the documents and write it again.
// From: journey:order@1.0.0
// Digest: sha256:8c103283190fcd5856acabf83a2e5f9c159040088c840aa69ffb06a63f66b02e

export * from "./journeys/order.js";
